import { Select as AntSelect, type SelectProps } from 'antd';

/** antd's select in our look; searches in labels as typed. */
export function Select<V>(props: SelectProps<V>) {
  return (
    <AntSelect<V>
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ width: '100%' }}
      {...props}
    />
  );
}
